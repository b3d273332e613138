/** The pages on which work is found again. */
@NullMarked
package org.chengjie.job.web;

import org.jspecify.annotations.NullMarked;
