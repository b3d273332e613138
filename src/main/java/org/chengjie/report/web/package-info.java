/** The ministry's pages. */
@NullMarked
package org.chengjie.report.web;

import org.jspecify.annotations.NullMarked;
