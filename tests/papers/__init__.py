"""The templates of papers as the program ships them: built here, edited by offices in Word."""
