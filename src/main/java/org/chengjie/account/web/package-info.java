@NullMarked
package org.chengjie.account.web;

import org.jspecify.annotations.NullMarked;
