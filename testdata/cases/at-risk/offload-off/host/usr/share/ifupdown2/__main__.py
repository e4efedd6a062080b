# ifupdown2
