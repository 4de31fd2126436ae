package com.aipixels.push;

import com.aipixels.identity.UserId;

/// A browser that has news to be told of.
///
/// @param news the count that this attempt answers
/// @param attempts made in vain since the last success, this one included
/// @param toldUpTo the place of the last notification it was told of
record Device(
    long id,
    UserId member,
    Subscription subscription,
    String language,
    long news,
    int attempts,
    long toldUpTo) {}
