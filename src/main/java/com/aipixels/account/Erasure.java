package com.aipixels.account;

import com.aipixels.identity.UserId;

/// An erasure whose turn it is.
///
/// @param name what it is called in logs: the beginning of the hash of the member's id
/// @param atClerk whether the user is still to be removed at Clerk
/// @param settled whether every request that the member made before leaving has ended by now
record Erasure(UserId member, String name, boolean atClerk, boolean settled) {}
