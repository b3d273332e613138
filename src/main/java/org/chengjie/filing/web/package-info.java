/** The school's pages of its form, and what can be taken away from them. */
@NullMarked
package org.chengjie.filing.web;

import org.jspecify.annotations.NullMarked;
