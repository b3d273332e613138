/**
 * Workbooks as all of us write and read them: what a cell may hold, how a sheet prints (spec F11).
 */
@NullMarked
package org.chengjie.workbook;

import org.jspecify.annotations.NullMarked;
