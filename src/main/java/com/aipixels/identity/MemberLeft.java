package com.aipixels.identity;

/// A member has left for good; said in the transaction that decides it, and perhaps more than once.
public record MemberLeft(UserId member) {}
