"""`python -m pipeline` is `pleno`."""

from pipeline.cli import main

main()
