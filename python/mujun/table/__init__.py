"""What every table is: rows and columns, frames in and out, files."""
