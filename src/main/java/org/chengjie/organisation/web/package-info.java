/** The page on which a province names the people its schools may call. */
@NullMarked
package org.chengjie.organisation.web;

import org.jspecify.annotations.NullMarked;
