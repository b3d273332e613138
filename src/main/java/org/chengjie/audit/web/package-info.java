/** 操作记录: the pages on which a tier reads what was done in its reach (spec X1). */
@NullMarked
package org.chengjie.audit.web;

import org.jspecify.annotations.NullMarked;
