package com.aipixels.localclerk;

/// Who there is at the stand-in, for whoever furnishes a house before its first visitor.
public interface LocalPeople {

  /// Whether nobody ever signed in.
  boolean isEmpty();

  /// The id of the member of this name, made if there is none.
  String join(String username);
}
