import os

# Once lxml is there, openpyxl reads parts of a workbook with it, and no longer with defusedxml, which refuses entities.
# Asked when openpyxl is imported first: before any app is.
os.environ["OPENPYXL_LXML"] = "False"
