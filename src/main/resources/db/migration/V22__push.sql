-- Web Push: browsers that want to hear of news while nobody looks. Without any, news costs nothing more.

CREATE TABLE push_subscriptions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  clerk_user_id varchar(255) NOT NULL,
  endpoint text NOT NULL,
  p256dh text NOT NULL,
  auth text NOT NULL,
  language text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Grows with every piece of news, so that what comes while an earlier one is being sent is not taken for sent.
  news bigint NOT NULL DEFAULT 0,
  -- Null where there is nothing to send.
  due_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  told_up_to bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX push_subscriptions_endpoint_idx ON push_subscriptions (endpoint);
CREATE INDEX push_subscriptions_member_idx ON push_subscriptions (clerk_user_id, id);
CREATE INDEX push_subscriptions_due_idx ON push_subscriptions (due_at) WHERE due_at IS NOT NULL;

-- By this pair push services know the service, in all its processes; a browser is subscribed to one key for good.
CREATE TABLE push_keys (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  public_key text NOT NULL,
  private_key text NOT NULL
);
