package com.aipixels.generation;

import com.aipixels.identity.MemberExport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What members take along of their requests.
@Configuration(proxyBeanMethods = false)
class GenerationExports {

  @Bean
  MemberExport exportedGenerations() {
    return new MemberExport(
        "generations",
        """
        SELECT json_build_object(
                 'id', g.id, 'status', g.status, 'prompt', g.prompt, 'translatedPrompt', g.translated_prompt,
                 'negativePrompt', g.negative_prompt, 'category', g.category, 'imageSize', g.image_size,
                 'aspectRatio', g.aspect_ratio, 'style', g.style, 'colorTone', g.color_tone,
                 'visibility', g.visibility, 'title', g.title, 'description', g.description, 'tags', g.tags,
                 'allowDownload', g.allow_download, 'allowComments', g.allow_comments, 'seed', g.seed,
                 'engine', g.engine, 'sourceImageId', g.source_image_id, 'imageId', g.image_id,
                 'errorCode', g.error_code, 'createdAt', g.created_at, 'finishedAt', g.finished_at)
        FROM generations g
        WHERE g.clerk_user_id = :member
        ORDER BY g.created_at, g.id
        """);
  }
}
