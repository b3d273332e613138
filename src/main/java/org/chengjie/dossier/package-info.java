/** 整校档案: all that is known of one school's undertaking, from every module, in one workbook. */
@NullMarked
package org.chengjie.dossier;

import org.jspecify.annotations.NullMarked;
