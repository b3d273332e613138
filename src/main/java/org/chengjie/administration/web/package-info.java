/** The pages on which administrators manage accounts. */
@NullMarked
package org.chengjie.administration.web;

import org.jspecify.annotations.NullMarked;
