/** Accounts, sign-in, passwords, and the contact of a unit. */
@NullMarked
package org.chengjie.account;

import org.jspecify.annotations.NullMarked;
