"""Workbooks for clerks to fill in, as bytes: text cells, drop-downs, a page that explains."""
