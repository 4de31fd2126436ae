package com.aipixels.notifications;

import com.aipixels.identity.MemberExport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What members take along of what they want to hear; the news themselves are about others.
@Configuration(proxyBeanMethods = false)
class NotificationExports {

  @Bean
  MemberExport exportedSwitches() {
    return new MemberExport(
        "notification-settings",
        """
        SELECT json_build_object('silent', b.silent) FROM inboxes b WHERE b.clerk_user_id = :member
        """);
  }

  @Bean
  MemberExport exportedMutes() {
    return new MemberExport(
        "mutes",
        """
        SELECT json_build_object('userId', m.muted_clerk_user_id, 'createdAt', m.created_at)
        FROM mutes m
        WHERE m.muter_clerk_user_id = :member
        ORDER BY m.created_at, m.muted_clerk_user_id
        """);
  }
}
