/** The shell around every page: frame, menu, errors, security. */
@NullMarked
package org.chengjie.web;

import org.jspecify.annotations.NullMarked;
