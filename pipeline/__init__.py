"""sop-pleno: Word drafts and a master inventory in, a corrected workbook and a discrepancy report out."""

__version__ = "0.1.0"
