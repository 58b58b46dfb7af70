"""Payment requests, payments, refunds, e-receipts, and the comparing of ledgers.

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('feed_cursor',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('last', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('read_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feed_cursor')),
    sa.UniqueConstraint('name', name=op.f('uq_feed_cursor_name'))
    )
    op.create_table('payment_provider',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('gateway', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('bank_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('fee_fixed', sa.BigInteger(), nullable=False),
    sa.Column('fee_permille', sa.Integer(), nullable=False),
    sa.Column('least', sa.BigInteger(), nullable=False),
    sa.Column('most', sa.BigInteger(), nullable=False),
    sa.Column('is_on', sa.Boolean(), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment_provider')),
    sa.UniqueConstraint('code', name=op.f('uq_payment_provider_code'))
    )
    op.create_table('payment_receipt_counter',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('series', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment_receipt_counter')),
    sa.UniqueConstraint('series', name=op.f('uq_payment_receipt_counter_series'))
    )
    op.create_table('reconciliation_run',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('gateway', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('ran_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('matched', sa.Integer(), nullable=False),
    sa.Column('odd', sa.Integer(), nullable=False),
    sa.Column('failure', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reconciliation_run'))
    )
    op.create_index(op.f('ix_reconciliation_run_gateway_day'), 'reconciliation_run', ['gateway', 'day'], unique=True)
    op.create_table('payment_request',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('dossier_id', sa.Uuid(), nullable=False),
    sa.Column('moment', sa.Text(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('principal_id', sa.Uuid(), nullable=True),
    sa.Column('invoice_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('dossier_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('procedure_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('procedure_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('agency_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('agency_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('applicant_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('lines', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('beneficiary', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('payer', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('link_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('notice_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pay_by', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('opened_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('paid_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('paid_with_id', sa.Uuid(), nullable=True),
    sa.Column('cancelled_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('cancelled_why', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_payment_request_account_id_account')),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_payment_request_agency_id_agency')),
    sa.ForeignKeyConstraint(['dossier_id'], ['dossier.id'], name=op.f('fk_payment_request_dossier_id_dossier')),
    sa.ForeignKeyConstraint(['principal_id'], ['account.id'], name=op.f('fk_payment_request_principal_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment_request')),
    sa.UniqueConstraint('invoice_number', name=op.f('uq_payment_request_invoice_number')),
    sa.UniqueConstraint('link_key', name=op.f('uq_payment_request_link_key'))
    )
    op.create_index(op.f('ix_payment_request_account_id_state_opened_at'), 'payment_request', ['account_id', 'state', 'opened_at'], unique=False)
    op.create_index(op.f('ix_payment_request_agency_id_state_opened_at'), 'payment_request', ['agency_id', 'state', 'opened_at'], unique=False)
    op.create_index(op.f('ix_payment_request_dossier_code'), 'payment_request', ['dossier_code'], unique=False)
    op.create_index(op.f('ix_payment_request_dossier_id_moment_sequence'), 'payment_request', ['dossier_id', 'moment', 'sequence'], unique=True)
    op.create_index(op.f('ix_payment_request_principal_id_state_opened_at'), 'payment_request', ['principal_id', 'state', 'opened_at'], unique=False)
    op.create_table('payment',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('provider', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('gateway', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('provider_fee', sa.BigInteger(), nullable=False),
    sa.Column('intent', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('bank_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pay_url', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('gateway_ref', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('transaction_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('amount_received', sa.BigInteger(), nullable=True),
    sa.Column('refunded', sa.BigInteger(), nullable=False),
    sa.Column('failure', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('payer', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('settled_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('ask_next_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('asked', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['request_id'], ['payment_request.id'], name=op.f('fk_payment_request_id_payment_request')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment')),
    sa.UniqueConstraint('number', name=op.f('uq_payment_number'))
    )
    op.create_index('ix_payment_ask_next', 'payment', ['ask_next_at'], unique=False, postgresql_where=sa.text('ask_next_at is not null'))
    op.create_index(op.f('ix_payment_gateway_created_at'), 'payment', ['gateway', 'created_at'], unique=False)
    op.create_index(op.f('ix_payment_request_id'), 'payment', ['request_id'], unique=False)
    op.create_index(op.f('ix_payment_request_id_intent'), 'payment', ['request_id', 'intent'], unique=True)
    op.create_index(op.f('ix_payment_state_created_at'), 'payment', ['state', 'created_at'], unique=False)
    op.create_index('uq_payment_open', 'payment', ['request_id'], unique=True, postgresql_where=sa.text("state in ('created', 'pending')"))
    op.create_index('uq_payment_cash_slip', 'payment', ['transaction_id'], unique=True, postgresql_where=sa.text("gateway = 'cash'"))
    op.create_table('till_closing',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('receipts', sa.Integer(), nullable=False),
    sa.Column('expected', sa.BigInteger(), nullable=False),
    sa.Column('counted', sa.BigInteger(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('closed_by_id', sa.Uuid(), nullable=False),
    sa.Column('closed_by_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('closed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_till_closing_agency_id_agency')),
    sa.ForeignKeyConstraint(['closed_by_id'], ['account.id'], name=op.f('fk_till_closing_closed_by_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_till_closing'))
    )
    op.create_index(op.f('ix_till_closing_agency_id_day'), 'till_closing', ['agency_id', 'day'], unique=True)
    op.create_table('bank_transfer',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('reference', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('matched', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('payment_id', sa.Uuid(), nullable=True),
    sa.Column('settled_note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('settled_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], name=op.f('fk_bank_transfer_payment_id_payment')),
    sa.ForeignKeyConstraint(['settled_by_id'], ['account.id'], name=op.f('fk_bank_transfer_settled_by_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bank_transfer')),
    sa.UniqueConstraint('reference', name=op.f('uq_bank_transfer_reference'))
    )
    op.create_index(op.f('ix_bank_transfer_matched_at'), 'bank_transfer', ['matched', 'at'], unique=False)
    op.create_index(op.f('ix_bank_transfer_payment_id'), 'bank_transfer', ['payment_id'], unique=False)
    op.create_table('gateway_notice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('gateway', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('received_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('method', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('query', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('content_type', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('verdict', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('transaction_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('payment_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], name=op.f('fk_gateway_notice_payment_id_payment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gateway_notice'))
    )
    op.create_index(op.f('ix_gateway_notice_payment_id'), 'gateway_notice', ['payment_id'], unique=False)
    op.create_index(op.f('ix_gateway_notice_received_at'), 'gateway_notice', ['received_at'], unique=False)
    op.create_index('uq_gateway_notice_told', 'gateway_notice', ['gateway', 'transaction_id', 'kind'], unique=True, postgresql_where=sa.text("transaction_id <> ''"))
    op.create_table('payment_event',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('payment_id', sa.Uuid(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('before', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('after', sa.Text(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], name=op.f('fk_payment_event_payment_id_payment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment_event'))
    )
    op.create_index(op.f('ix_payment_event_payment_id_at'), 'payment_event', ['payment_id', 'at'], unique=False)
    op.create_table('payment_receipt',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('payment_id', sa.Uuid(), nullable=False),
    sa.Column('series', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('issued_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('digest', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], name=op.f('fk_payment_receipt_payment_id_payment')),
    sa.ForeignKeyConstraint(['request_id'], ['payment_request.id'], name=op.f('fk_payment_receipt_request_id_payment_request')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment_receipt')),
    sa.UniqueConstraint('payment_id', name=op.f('uq_payment_receipt_payment_id')),
    sa.UniqueConstraint('request_id', name=op.f('uq_payment_receipt_request_id'))
    )
    op.create_index(op.f('ix_payment_receipt_series_number'), 'payment_receipt', ['series', 'number'], unique=True)
    op.create_table('reconciliation_item',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('gateway', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('fault', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('payment_id', sa.Uuid(), nullable=True),
    sa.Column('ours', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('theirs', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('found_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('settled_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('settled_by_id', sa.Uuid(), nullable=True),
    sa.Column('settled_how', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], name=op.f('fk_reconciliation_item_payment_id_payment')),
    sa.ForeignKeyConstraint(['settled_by_id'], ['account.id'], name=op.f('fk_reconciliation_item_settled_by_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reconciliation_item'))
    )
    op.create_index(op.f('ix_reconciliation_item_gateway_day_number_fault'), 'reconciliation_item', ['gateway', 'day', 'number', 'fault'], unique=True)
    op.create_index(op.f('ix_reconciliation_item_payment_id'), 'reconciliation_item', ['payment_id'], unique=False)
    op.create_index(op.f('ix_reconciliation_item_settled_at_found_at'), 'reconciliation_item', ['settled_at', 'found_at'], unique=False)
    op.create_table('refund',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('payment_id', sa.Uuid(), nullable=False),
    sa.Column('number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('remaining_before', sa.BigInteger(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=True),
    sa.Column('asked_by_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=True),
    sa.Column('decided_by_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('decided_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('declined_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('gateway_ref', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('refusal', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('done_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('intent', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['asked_by_id'], ['account.id'], name=op.f('fk_refund_asked_by_id_account')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['account.id'], name=op.f('fk_refund_decided_by_id_account')),
    sa.ForeignKeyConstraint(['payment_id'], ['payment.id'], name=op.f('fk_refund_payment_id_payment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_refund')),
    sa.UniqueConstraint('number', name=op.f('uq_refund_number'))
    )
    op.create_index(op.f('ix_refund_payment_id'), 'refund', ['payment_id'], unique=False)
    op.create_index(op.f('ix_refund_payment_id_intent'), 'refund', ['payment_id', 'intent'], unique=True)
    op.create_index(op.f('ix_refund_state_asked_at'), 'refund', ['state', 'asked_at'], unique=False)
    op.create_index('uq_refund_open', 'refund', ['payment_id'], unique=True, postgresql_where=sa.text("state in ('asked', 'approved')"))
    op.add_column('dossier', sa.Column('paying_since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column('dossier', sa.Column('file_by', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column('dossier', sa.Column('awaiting_since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column('dossier', sa.Column('awaiting_from', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
    op.create_index(op.f('ix_dossier_file_by'), 'dossier', ['file_by'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_dossier_file_by'), table_name='dossier')
    op.drop_column('dossier', 'awaiting_from')
    op.drop_column('dossier', 'awaiting_since')
    op.drop_column('dossier', 'file_by')
    op.drop_column('dossier', 'paying_since')
    op.drop_index('uq_refund_open', table_name='refund', postgresql_where=sa.text("state in ('asked', 'approved')"))
    op.drop_index(op.f('ix_refund_state_asked_at'), table_name='refund')
    op.drop_index(op.f('ix_refund_payment_id_intent'), table_name='refund')
    op.drop_index(op.f('ix_refund_payment_id'), table_name='refund')
    op.drop_table('refund')
    op.drop_index(op.f('ix_reconciliation_item_settled_at_found_at'), table_name='reconciliation_item')
    op.drop_index(op.f('ix_reconciliation_item_payment_id'), table_name='reconciliation_item')
    op.drop_index(op.f('ix_reconciliation_item_gateway_day_number_fault'), table_name='reconciliation_item')
    op.drop_table('reconciliation_item')
    op.drop_index(op.f('ix_payment_receipt_series_number'), table_name='payment_receipt')
    op.drop_table('payment_receipt')
    op.drop_index(op.f('ix_payment_event_payment_id_at'), table_name='payment_event')
    op.drop_table('payment_event')
    op.drop_index('uq_gateway_notice_told', table_name='gateway_notice', postgresql_where=sa.text("transaction_id <> ''"))
    op.drop_index(op.f('ix_gateway_notice_received_at'), table_name='gateway_notice')
    op.drop_index(op.f('ix_gateway_notice_payment_id'), table_name='gateway_notice')
    op.drop_table('gateway_notice')
    op.drop_index(op.f('ix_bank_transfer_payment_id'), table_name='bank_transfer')
    op.drop_index(op.f('ix_bank_transfer_matched_at'), table_name='bank_transfer')
    op.drop_table('bank_transfer')
    op.drop_table('till_closing')
    op.drop_index('uq_payment_cash_slip', table_name='payment', postgresql_where=sa.text("gateway = 'cash'"))
    op.drop_index('uq_payment_open', table_name='payment', postgresql_where=sa.text("state in ('created', 'pending')"))
    op.drop_index(op.f('ix_payment_state_created_at'), table_name='payment')
    op.drop_index(op.f('ix_payment_request_id_intent'), table_name='payment')
    op.drop_index(op.f('ix_payment_request_id'), table_name='payment')
    op.drop_index(op.f('ix_payment_gateway_created_at'), table_name='payment')
    op.drop_index('ix_payment_ask_next', table_name='payment', postgresql_where=sa.text('ask_next_at is not null'))
    op.drop_table('payment')
    op.drop_index(op.f('ix_payment_request_principal_id_state_opened_at'), table_name='payment_request')
    op.drop_index(op.f('ix_payment_request_dossier_id_moment_sequence'), table_name='payment_request')
    op.drop_index(op.f('ix_payment_request_dossier_code'), table_name='payment_request')
    op.drop_index(op.f('ix_payment_request_agency_id_state_opened_at'), table_name='payment_request')
    op.drop_index(op.f('ix_payment_request_account_id_state_opened_at'), table_name='payment_request')
    op.drop_table('payment_request')
    op.drop_index(op.f('ix_reconciliation_run_gateway_day'), table_name='reconciliation_run')
    op.drop_table('reconciliation_run')
    op.drop_table('payment_receipt_counter')
    op.drop_table('payment_provider')
    op.drop_table('feed_cursor')
