package com.aipixels.community;

import com.aipixels.identity.MemberExport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What members take along of what they said and whom they met.
@Configuration(proxyBeanMethods = false)
class CommunityExports {

  @Bean
  MemberExport exportedComments() {
    return new MemberExport(
        "comments",
        """
        SELECT json_build_object(
                 'id', c.id, 'imageId', c.image_id, 'parentCommentId', c.parent_comment_id,
                 'content', COALESCE(h.content, c.content), 'likeCount', COALESCE(c.like_count, 0),
                 'createdAt', c.created_at AT TIME ZONE 'UTC', 'updatedAt', c.updated_at AT TIME ZONE 'UTC')
        FROM comments c LEFT JOIN comment_holds h ON h.comment_id = c.id
        WHERE c.clerk_user_id = :member
        ORDER BY c.id
        """);
  }

  @Bean
  MemberExport exportedLikes() {
    return new MemberExport(
        "likes",
        """
        SELECT json_build_object('imageId', l.image_id, 'createdAt', l.created_at AT TIME ZONE 'UTC')
        FROM likes l
        WHERE l.clerk_user_id = :member
        ORDER BY l.id
        """);
  }

  @Bean
  MemberExport exportedCommentLikes() {
    return new MemberExport(
        "comment-likes",
        """
        SELECT json_build_object('commentId', l.comment_id, 'createdAt', l.created_at AT TIME ZONE 'UTC')
        FROM comment_likes l
        WHERE l.clerk_user_id = :member
        ORDER BY l.id
        """);
  }

  @Bean
  MemberExport exportedFollows() {
    return new MemberExport(
        "follows",
        """
        SELECT json_build_object('userId', f.following_clerk_user_id, 'createdAt', f.created_at AT TIME ZONE 'UTC')
        FROM follows f
        WHERE f.follower_clerk_user_id = :member
        ORDER BY f.id
        """);
  }

  @Bean
  MemberExport exportedBlocks() {
    return new MemberExport(
        "blocks",
        """
        SELECT json_build_object('userId', b.blocked_clerk_user_id, 'createdAt', b.created_at)
        FROM blocks b
        WHERE b.blocker_clerk_user_id = :member
        ORDER BY b.created_at, b.blocked_clerk_user_id
        """);
  }
}
