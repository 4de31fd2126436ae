package com.aipixels.community;

/// What a viewer may see, as conditions on a picture `i` and a comment `c`; the viewer is
/// `:viewer`.
final class Sight {

  /// The ids of those a block keeps apart from the viewer.
  static final String APART = "(SELECT apart_from(:viewer))::varchar[]";

  /// Whether the viewer may see the picture.
  static final String PICTURE =
      "visible_to(:viewer, i.clerk_user_id, i.visibility, (SELECT apart_from(:viewer)))";

  /// Whether the viewer may see the comment where they see its picture: neither it nor what it
  /// answers is by somebody kept apart.
  static final String COMMENT =
      """
      c.clerk_user_id <> ALL (%1$s)
      AND NOT EXISTS (SELECT FROM comments p
                      WHERE p.id = c.parent_comment_id AND p.clerk_user_id = ANY (%1$s))
      """
          .formatted(APART);

  private Sight() {}
}
