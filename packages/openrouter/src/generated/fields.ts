// Generated from specs/openrouter/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/openrouter/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /credits": {
    "/data": "always",
    "/data/total_credits": "always",
    "/data/total_usage": "always",
  },
  "GET /key": {
    "/data": "always",
    "/data/label": "always",
    "/data/limit": "always",
    "/data/limit_remaining": "always",
    "/data/limit_reset": "always",
    "/data/usage": "always",
    "/data/usage_daily": "always",
    "/data/usage_weekly": "always",
    "/data/usage_monthly": "always",
    "/data/byok_usage": "always",
    "/data/byok_usage_daily": "always",
    "/data/byok_usage_weekly": "always",
    "/data/byok_usage_monthly": "always",
    "/data/include_byok_in_limit": "always",
    "/data/is_free_tier": "always",
    "/data/is_management_key": "always",
    "/data/is_provisioning_key": "always",
    "/data/creator_user_id": "always",
    "/data/expires_at": "optional",
    "/data/rate_limit": "always",
    "/data/rate_limit/interval": "always",
    "/data/rate_limit/note": "always",
    "/data/rate_limit/requests": "always",
    "/data/free_model_daily_requests": "optional",
    "/data/free_model_daily_requests/used": "optional",
    "/data/free_model_daily_requests/limit": "optional",
    "/data/free_model_daily_requests/remaining": "optional",
    "/data/organization_id": "optional",
    "/data/workspace_id": "optional",
    "/data/allowed_data_regions": "optional",
    "/data/allowed_data_regions/~*": "optional",
  },
} as const;
