/** The product as people meet it: in a real browser, in the words of the schools' manual. */
@NullMarked
package org.chengjie.journey;

import org.jspecify.annotations.NullMarked;
