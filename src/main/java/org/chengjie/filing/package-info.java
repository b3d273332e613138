/**
 * 承接任务: windows, a school's filing of a plan, its undertakings and the moves between their stages
 * (spec 4, 5, 6).
 */
@NullMarked
package org.chengjie.filing;

import org.jspecify.annotations.NullMarked;
