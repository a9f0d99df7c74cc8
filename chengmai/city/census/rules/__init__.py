"""What census decides without a framework: fields, mappings, values, coordinate systems."""
