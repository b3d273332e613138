/**
 * 账号管理: what those above do about the accounts below, in batches and one by one (spec A3, A5). The
 * rules are account's; here are the long work and the pages, which account itself may not know.
 */
@NullMarked
package org.chengjie.administration;

import org.jspecify.annotations.NullMarked;
