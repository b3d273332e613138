/** Where reminders are written, and where schools confirm them. */
@NullMarked
package org.chengjie.notice.web;

import org.jspecify.annotations.NullMarked;
