package com.aipixels.collections;

import com.aipixels.identity.MemberExport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What members take along of what they kept together; of others' pictures the numbers of those
/// they still may see.
@Configuration(proxyBeanMethods = false)
class CollectionExports {

  @Bean
  MemberExport exportedCollections() {
    return new MemberExport(
        "collections",
        """
        SELECT json_build_object(
                 'id', c.id, 'name', c.name, 'description', c.description, 'visibility', c.visibility,
                 'imageIds', ARRAY(
                   SELECT x.image_id
                   FROM collection_images x JOIN images i ON i.id = x.image_id
                   WHERE x.collection_id = c.id
                     AND visible_to(:member, i.clerk_user_id, i.visibility, (SELECT apart_from(:member)))
                   ORDER BY x.place, x.image_id),
                 'createdAt', c.created_at, 'updatedAt', c.updated_at)
        FROM collections c
        WHERE c.clerk_user_id = :member
        ORDER BY c.id
        """);
  }
}
