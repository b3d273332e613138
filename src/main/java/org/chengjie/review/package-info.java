/** The province's side: where its schools stand, and what it decides on their rows (spec 6). */
@NullMarked
package org.chengjie.review;

import org.jspecify.annotations.NullMarked;
