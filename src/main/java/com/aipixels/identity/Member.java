package com.aipixels.identity;

import java.util.Set;

/// A member as Clerk knew them at most ten minutes ago.
///
/// @param roles what they may do beyond the others, such as `moderator`
public record Member(PersonCard card, Set<String> roles) {}
