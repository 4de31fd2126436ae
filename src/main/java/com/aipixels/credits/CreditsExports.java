package com.aipixels.credits;

import com.aipixels.identity.MemberExport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What members take along of their credits: the story, not the credits.
@Configuration(proxyBeanMethods = false)
class CreditsExports {

  @Bean
  MemberExport exportedEntries() {
    return new MemberExport(
        "credit-entries",
        """
        SELECT json_build_object(
                 'id', e.id, 'amount', e.amount, 'balanceAfter', e.balance_after, 'reason', e.reason,
                 'generationId', e.generation_id, 'createdAt', e.created_at)
        FROM credit_entries e
        WHERE e.clerk_user_id = :member
        ORDER BY e.id
        """);
  }
}
