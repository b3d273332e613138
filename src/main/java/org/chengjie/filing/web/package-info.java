/** The school's pages of filing, and its province's 申报要求. */
@NullMarked
package org.chengjie.filing.web;

import org.jspecify.annotations.NullMarked;
