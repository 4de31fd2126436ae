package com.aipixels.identity;

import java.util.List;

/// What one room keeps of its members, and how it forgets one of them.
public interface MemberData {

  /// Removes some of what is kept of a member, little enough for one short transaction, and says
  /// whether something was there. Called again until nothing is; safe to be called at any time.
  boolean forget(UserId member);

  /// Members of whom something is kept, in the order of their ids, beginning after the given one.
  List<UserId> membersAfter(String id, int limit);
}
