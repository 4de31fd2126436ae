package com.aipixels.identity;

/// One kind of things that a room hands over when a member takes everything along. It is read row
/// by row, however many there are.
///
/// @param kind names the file, such as `comment-likes`
/// @param sql one column, a JSON object per row, in the order in which the things were made; the
///   member is `:member`
public record MemberExport(String kind, String sql) {

  public MemberExport {
    if (!kind.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("Not the name of a kind: " + kind);
    }
  }
}
