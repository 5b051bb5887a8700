// Generated from specs/linode/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/linode/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /account": {
    "/balance": "optional",
    "/balance_uninvoiced": "optional",
    "/active_promotions": "optional",
    "/active_promotions/~*": "optional",
    "/active_promotions/~*/summary": "optional",
    "/active_promotions/~*/description": "optional",
    "/active_promotions/~*/credit_monthly_cap": "optional",
    "/active_promotions/~*/credit_remaining": "optional",
    "/active_promotions/~*/this_month_credit_remaining": "optional",
    "/active_promotions/~*/expire_dt": "optional",
    "/active_promotions/~*/service_type": "optional",
    "/active_promotions/~*/image_url": "optional",
    "/active_since": "optional",
    "/billing_source": "optional",
    "/capabilities": "optional",
    "/capabilities/~*": "optional",
    "/euuid": "optional",
    "/company": "optional",
    "/email": "optional",
    "/first_name": "optional",
    "/last_name": "optional",
    "/address_1": "optional",
    "/address_2": "optional",
    "/city": "optional",
    "/state": "optional",
    "/zip": "optional",
    "/country": "optional",
    "/phone": "optional",
    "/tax_id": "optional",
    "/credit_card": "optional",
    "/credit_card/last_four": "optional",
    "/credit_card/expiry": "optional",
  },
} as const;
