/** 催报: reminders from a province to its schools, shown until they are confirmed (spec R7). */
@NullMarked
package org.chengjie.notice;

import org.jspecify.annotations.NullMarked;
