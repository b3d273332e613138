/** 后台办理: work too long for one answer, which can be left and found again (spec X5). */
@NullMarked
package org.chengjie.job;

import org.jspecify.annotations.NullMarked;
