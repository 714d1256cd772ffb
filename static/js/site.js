/* Small improvements; everything here already works as plain HTML. */
