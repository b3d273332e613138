/** The few types that every module speaks in; nothing of Spring. */
@NullMarked
package org.chengjie.shared;

import org.jspecify.annotations.NullMarked;
