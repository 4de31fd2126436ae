package com.aipixels.account;

import com.aipixels.identity.UserId;
import java.time.Instant;

/// A member whose things are to be moved out of sight or back.
///
/// @param asked when; asking again makes it another one
/// @param settled whether every request that the member made before has ended by now
record Withdrawal(UserId member, Instant asked, boolean settled) {}
