package com.aipixels.collections;

/// What a viewer may see, as conditions on a picture `i` and a collection `c`; the viewer is
/// `:viewer`, the secret they came with `:link`.
final class Sight {

  static final String PICTURE =
      "visible_to(:viewer, i.clerk_user_id, i.visibility, (SELECT apart_from(:viewer)))";

  private static final String PUBLIC =
      "visible_to(:viewer, c.clerk_user_id, c.visibility, (SELECT apart_from(:viewer)))";

  private static final String STAYS =
      "NOT EXISTS (SELECT FROM leaving_members l WHERE l.clerk_user_id = c.clerk_user_id)";

  /// Without regard to a link. Those of whoever is leaving nobody sees.
  static final String COLLECTION = "(%s AND %s)".formatted(PUBLIC, STAYS);

  /// A link opens nothing across a block.
  static final String COLLECTION_OR_LINK =
      """
      ((%s OR (c.link = :link AND c.clerk_user_id <> ALL ((SELECT apart_from(:viewer))::varchar[]))) AND %s)
      """
          .formatted(PUBLIC, STAYS);

  private Sight() {}
}
