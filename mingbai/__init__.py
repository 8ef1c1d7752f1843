"""明白: records of social-assistance policy in, a site and printed sheets out."""
