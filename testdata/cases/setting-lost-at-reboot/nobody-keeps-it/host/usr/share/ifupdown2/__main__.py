# here only to be found
