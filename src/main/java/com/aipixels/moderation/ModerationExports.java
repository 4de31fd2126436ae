package com.aipixels.moderation;

import com.aipixels.identity.MemberExport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What members take along of what they told moderators.
@Configuration(proxyBeanMethods = false)
class ModerationExports {

  @Bean
  MemberExport exportedReports() {
    return new MemberExport(
        "reports",
        """
        SELECT json_build_object(
                 'id', r.id, 'targetType', c.target_type, 'targetId', c.target_id, 'reason', r.reason,
                 'details', r.details, 'createdAt', r.created_at)
        FROM reports r JOIN report_cases c ON c.id = r.case_id
        WHERE r.reporter_clerk_user_id = :member
        ORDER BY r.id
        """);
  }

  @Bean
  MemberExport exportedAppeals() {
    return new MemberExport(
        "appeals",
        """
        SELECT json_build_object(
                 'id', a.id, 'actionId', a.action_id, 'content', a.content, 'createdAt', a.created_at)
        FROM appeals a
        WHERE a.clerk_user_id = :member
        ORDER BY a.id
        """);
  }
}
