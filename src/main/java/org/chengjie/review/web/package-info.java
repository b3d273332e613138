/** The province's pages: the list of its schools, and the review of one. */
@NullMarked
package org.chengjie.review.web;

import org.jspecify.annotations.NullMarked;
