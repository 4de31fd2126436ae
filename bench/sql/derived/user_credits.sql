-- Every member has been seen: ten credits and the ledger's first entry.

INSERT INTO user_credits (clerk_user_id, credits, last_refill_at, created_at, updated_at)
SELECT bench.member(m), 10, bench.the_end(), bench.the_end(), bench.the_end() FROM generate_series(1, ${members}) m;

INSERT INTO credit_entries (clerk_user_id, amount, balance_after, reason, created_at)
SELECT bench.member(m), 10, 10, 'opening', bench.the_end() FROM generate_series(1, ${members}) m;
