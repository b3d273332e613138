/** The pages on which a province undertakes and submits, and on which the ministry receives. */
@NullMarked
package org.chengjie.provincial.web;

import org.jspecify.annotations.NullMarked;
