@NullMarked
package org.chengjie;

import org.jspecify.annotations.NullMarked;
