"""Ways of proving who somebody is, posts of officers, delegations.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('certificate_challenge',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('way', sa.Text(), nullable=False),
    sa.Column('challenge', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('user', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reference', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('code_to_compare', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('certificate', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('chain', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('fault', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('network_address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificate_challenge'))
    )
    op.create_index(op.f('ix_certificate_challenge_browser'), 'certificate_challenge', ['browser'], unique=False)
    op.create_index(op.f('ix_certificate_challenge_expires_at'), 'certificate_challenge', ['expires_at'], unique=False)
    op.create_table('identity_claim',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_ids', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('return_to', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_identity_claim'))
    )
    op.create_index(op.f('ix_identity_claim_browser'), 'identity_claim', ['browser'], unique=False)
    op.create_index(op.f('ix_identity_claim_expires_at'), 'identity_claim', ['expires_at'], unique=False)
    op.create_table('account_certificate',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('fingerprint', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('way', sa.Text(), nullable=False),
    sa.Column('serial_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('issuer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('valid_until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('added_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('removed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_account_certificate_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account_certificate')),
    sa.UniqueConstraint('fingerprint', name=op.f('uq_account_certificate_fingerprint'))
    )
    op.create_index(op.f('ix_account_certificate_account_id'), 'account_certificate', ['account_id'], unique=False)
    op.create_table('activation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('code_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('issued_by_id', sa.Uuid(), nullable=True),
    sa.Column('issued_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('tries_left', sa.Integer(), nullable=False),
    sa.Column('accepted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('token_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('new_password_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('new_totp_secret', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_activation_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_activation')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_activation_code_hash')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_activation_token_hash'))
    )
    op.create_index(op.f('ix_activation_account_id'), 'activation', ['account_id'], unique=False)
    op.create_index(op.f('ix_activation_expires_at'), 'activation', ['expires_at'], unique=False)
    op.create_table('code_request',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_by_email', sa.Boolean(), nullable=False),
    sa.Column('name_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('shown', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('return_to', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('verified_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('finished_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_code_request_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_code_request'))
    )
    op.create_index(op.f('ix_code_request_account_id'), 'code_request', ['account_id'], unique=False)
    op.create_index(op.f('ix_code_request_browser'), 'code_request', ['browser'], unique=False)
    op.create_index(op.f('ix_code_request_created_at'), 'code_request', ['created_at'], unique=False)
    op.create_index(op.f('ix_code_request_name_key'), 'code_request', ['name_key'], unique=False)
    op.create_table('recovery_slip',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('code_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('issued_by_id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=True),
    sa.Column('issued_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('tries_left', sa.Integer(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_recovery_slip_account_id_account')),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_recovery_slip_agency_id_agency')),
    sa.ForeignKeyConstraint(['issued_by_id'], ['account.id'], name=op.f('fk_recovery_slip_issued_by_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recovery_slip'))
    )
    op.create_index(op.f('ix_recovery_slip_account_id'), 'recovery_slip', ['account_id'], unique=False)
    op.create_index(op.f('ix_recovery_slip_expires_at'), 'recovery_slip', ['expires_at'], unique=False)
    op.create_index(op.f('ix_recovery_slip_issued_by_id'), 'recovery_slip', ['issued_by_id'], unique=False)
    op.create_table('delegation',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('delegate_id', sa.Uuid(), nullable=True),
    sa.Column('delegate_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('delegate_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('delegate_number', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('principal_id', sa.Uuid(), nullable=True),
    sa.Column('child_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('child_birth_date', sa.Date(), nullable=True),
    sa.Column('child_citizen_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('relation', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_manager', sa.Boolean(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('created_by_id', sa.Uuid(), nullable=False),
    sa.Column('accepted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('declined_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('revoked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('revoked_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['delegate_id'], ['account.id'], name=op.f('fk_delegation_delegate_id_account')),
    sa.ForeignKeyConstraint(['principal_id'], ['account.id'], name=op.f('fk_delegation_principal_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delegation'))
    )
    op.create_index(op.f('ix_delegation_delegate_id'), 'delegation', ['delegate_id'], unique=False)
    op.create_index(op.f('ix_delegation_delegate_key'), 'delegation', ['delegate_key'], unique=False)
    op.create_index(op.f('ix_delegation_principal_id'), 'delegation', ['principal_id'], unique=False)
    op.create_table('document_vault',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('opened_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_document_vault_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document_vault')),
    sa.UniqueConstraint('account_id', name=op.f('uq_document_vault_account_id'))
    )
    op.create_table('identity_journey',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('state_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('provider', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('network_address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('secrets', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=True),
    sa.Column('return_to', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_identity_journey_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_identity_journey')),
    sa.UniqueConstraint('state_hash', name=op.f('uq_identity_journey_state_hash'))
    )
    op.create_index(op.f('ix_identity_journey_account_id'), 'identity_journey', ['account_id'], unique=False)
    op.create_index(op.f('ix_identity_journey_browser_created_at'), 'identity_journey', ['browser', 'created_at'], unique=False)
    op.create_index(op.f('ix_identity_journey_network_address_created_at'), 'identity_journey', ['network_address', 'created_at'], unique=False)
    op.create_index(op.f('ix_identity_journey_expires_at'), 'identity_journey', ['expires_at'], unique=False)
    op.create_table('officer_post',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('agency_id', sa.Uuid(), nullable=True),
    sa.Column('roles', sa.ARRAY(sa.Text()), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('starts_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('lent_by_post_id', sa.Uuid(), nullable=True),
    sa.Column('granted_by_id', sa.Uuid(), nullable=True),
    sa.Column('granted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('confirmed_by_id', sa.Uuid(), nullable=True),
    sa.Column('confirmed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('ended_by_id', sa.Uuid(), nullable=True),
    sa.Column('ended_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_officer_post_account_id_account')),
    sa.ForeignKeyConstraint(['agency_id'], ['agency.id'], name=op.f('fk_officer_post_agency_id_agency')),
    sa.ForeignKeyConstraint(['lent_by_post_id'], ['officer_post.id'], name=op.f('fk_officer_post_lent_by_post_id_officer_post')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_officer_post'))
    )
    op.create_index(op.f('ix_officer_post_account_id'), 'officer_post', ['account_id'], unique=False)
    op.create_index(op.f('ix_officer_post_agency_id'), 'officer_post', ['agency_id'], unique=False)
    op.create_index(op.f('ix_officer_post_lent_by_post_id'), 'officer_post', ['lent_by_post_id'], unique=False)
    op.create_table('recovery_code',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('code_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_recovery_code_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recovery_code')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_recovery_code_code_hash'))
    )
    op.create_index(op.f('ix_recovery_code_account_id'), 'recovery_code', ['account_id'], unique=False)
    op.create_table('security_notice',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('facts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('seen_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_security_notice_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_security_notice'))
    )
    op.create_index(op.f('ix_security_notice_account_id_at'), 'security_notice', ['account_id', 'at'], unique=False)
    op.create_table('contact_change',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('account_id', sa.Uuid(), nullable=False),
    sa.Column('field', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('new_value', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('present_request_id', sa.Uuid(), nullable=True),
    sa.Column('new_request_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('finished_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_contact_change_account_id_account')),
    sa.ForeignKeyConstraint(['new_request_id'], ['code_request.id'], name=op.f('fk_contact_change_new_request_id_code_request')),
    sa.ForeignKeyConstraint(['present_request_id'], ['code_request.id'], name=op.f('fk_contact_change_present_request_id_code_request')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_change'))
    )
    op.create_index(op.f('ix_contact_change_account_id'), 'contact_change', ['account_id'], unique=False)
    op.add_column('account', sa.Column('party', sa.Text(), server_default='citizen', nullable=False))
    op.add_column('account', sa.Column('tax_code', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('account', sa.Column('officer_subject', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.create_unique_constraint(op.f('uq_account_officer_subject'), 'account', ['officer_subject'])
    op.add_column('account', sa.Column('national_subject', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column('account', sa.Column('representative', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
    op.add_column('account', sa.Column('old_id_number', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
    op.add_column('account', sa.Column('sex', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
    op.add_column('account', sa.Column('field_sources', postgresql.JSONB(astext_type=sa.Text()), server_default='{}', nullable=False))
    op.add_column('account', sa.Column('sources_checked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column('account', sa.Column('channels', postgresql.JSONB(astext_type=sa.Text()), server_default='[]', nullable=False))
    op.add_column('account', sa.Column('last_signed_in_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column('account', sa.Column('activated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column('pending_sign_in', sa.Column('device_class', sqlmodel.sql.sqltypes.AutoString(), server_default='desktop', nullable=False))
    op.create_unique_constraint(op.f('uq_account_national_subject'), 'account', ['national_subject'])
    op.create_unique_constraint(op.f('uq_account_tax_code'), 'account', ['tax_code'])
    op.add_column('audit_entry', sa.Column('agency_id', sa.Uuid(), nullable=True))
    op.add_column('audit_entry', sa.Column('person_id', sa.Uuid(), nullable=True))
    op.create_index(op.f('ix_audit_entry_person_id_at'), 'audit_entry', ['person_id', 'at'], unique=False)
    op.add_column('dossier', sa.Column('delegation_id', sa.Uuid(), nullable=True))
    op.add_column('dossier', sa.Column('principal_id', sa.Uuid(), nullable=True))
    op.create_index(op.f('ix_dossier_delegation_id'), 'dossier', ['delegation_id'], unique=False)
    op.create_index(op.f('ix_dossier_principal_id'), 'dossier', ['principal_id'], unique=False)
    op.create_foreign_key(op.f('fk_dossier_delegation_id_delegation'), 'dossier', 'delegation', ['delegation_id'], ['id'])
    op.create_foreign_key(op.f('fk_dossier_principal_id_account'), 'dossier', 'account', ['principal_id'], ['id'])
    op.add_column('stored_file', sa.Column('delegation_id', sa.Uuid(), nullable=True))
    op.create_index(op.f('ix_stored_file_delegation_id'), 'stored_file', ['delegation_id'], unique=False)
    op.create_foreign_key(op.f('fk_stored_file_delegation_id_delegation'), 'stored_file', 'delegation', ['delegation_id'], ['id'])
    op.add_column('one_time_code', sa.Column('request_id', sa.Uuid(), nullable=True))
    op.alter_column('one_time_code', 'registration_id',
               existing_type=sa.UUID(),
               nullable=True)
    op.create_index(op.f('ix_one_time_code_request_id'), 'one_time_code', ['request_id'], unique=False)
    op.create_foreign_key(op.f('fk_one_time_code_request_id_code_request'), 'one_time_code', 'code_request', ['request_id'], ['id'])
    op.add_column('registration', sa.Column('method', sqlmodel.sql.sqltypes.AutoString(), server_default='mobile_subscription', nullable=False))
    op.add_column('registration', sa.Column('party', sa.Text(), server_default='citizen', nullable=False))
    op.add_column('registration', sa.Column('tax_code', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
    op.add_column('registration', sa.Column('representative', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
    op.add_column('registration', sa.Column('national_subject', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
    op.add_column('registration', sa.Column('assurance_level', sa.Integer(), server_default='2', nullable=False))
    op.add_column('registration', sa.Column('certificate_challenge_id', sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f('fk_registration_certificate_challenge_id_certificate_challenge'), 'registration', 'certificate_challenge', ['certificate_challenge_id'], ['id'])
    op.add_column('registration', sa.Column('field_sources', postgresql.JSONB(astext_type=sa.Text()), server_default='{}', nullable=False))
    op.alter_column('registration', 'birth_date',
               existing_type=sa.DATE(),
               nullable=True)
    op.add_column('sign_in_session', sa.Column('device_class', sqlmodel.sql.sqltypes.AutoString(), server_default='', nullable=False))
    op.add_column('sign_in_session', sa.Column('post_id', sa.Uuid(), nullable=True))
    op.add_column('sign_in_session', sa.Column('proved_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column('sign_in_session', sa.Column('method', sqlmodel.sql.sqltypes.AutoString(), server_default='password', nullable=False))
    op.create_index(op.f('ix_sign_in_session_post_id'), 'sign_in_session', ['post_id'], unique=False)
    op.create_foreign_key(op.f('fk_sign_in_session_post_id_officer_post'), 'sign_in_session', 'officer_post', ['post_id'], ['id'])


def downgrade() -> None:
    op.drop_constraint(op.f('fk_sign_in_session_post_id_officer_post'), 'sign_in_session', type_='foreignkey')
    op.drop_index(op.f('ix_sign_in_session_post_id'), table_name='sign_in_session')
    op.drop_column('sign_in_session', 'method')
    op.drop_column('sign_in_session', 'proved_at')
    op.drop_column('sign_in_session', 'post_id')
    op.drop_column('sign_in_session', 'device_class')
    op.alter_column('registration', 'birth_date',
               existing_type=sa.DATE(),
               nullable=False)
    op.drop_constraint(op.f('fk_registration_certificate_challenge_id_certificate_challenge'), 'registration', type_='foreignkey')
    op.drop_column('registration', 'certificate_challenge_id')
    op.drop_column('registration', 'field_sources')
    op.drop_column('registration', 'assurance_level')
    op.drop_column('registration', 'national_subject')
    op.drop_column('registration', 'representative')
    op.drop_column('registration', 'tax_code')
    op.drop_column('registration', 'party')
    op.drop_column('registration', 'method')
    op.drop_constraint(op.f('fk_one_time_code_request_id_code_request'), 'one_time_code', type_='foreignkey')
    op.drop_index(op.f('ix_one_time_code_request_id'), table_name='one_time_code')
    op.alter_column('one_time_code', 'registration_id',
               existing_type=sa.UUID(),
               nullable=False)
    op.drop_column('one_time_code', 'request_id')
    op.drop_constraint(op.f('fk_stored_file_delegation_id_delegation'), 'stored_file', type_='foreignkey')
    op.drop_index(op.f('ix_stored_file_delegation_id'), table_name='stored_file')
    op.drop_column('stored_file', 'delegation_id')
    op.drop_constraint(op.f('fk_dossier_principal_id_account'), 'dossier', type_='foreignkey')
    op.drop_constraint(op.f('fk_dossier_delegation_id_delegation'), 'dossier', type_='foreignkey')
    op.drop_index(op.f('ix_dossier_principal_id'), table_name='dossier')
    op.drop_index(op.f('ix_dossier_delegation_id'), table_name='dossier')
    op.drop_index(op.f('ix_audit_entry_person_id_at'), table_name='audit_entry')
    op.drop_column('audit_entry', 'person_id')
    op.drop_column('audit_entry', 'agency_id')
    op.drop_column('dossier', 'principal_id')
    op.drop_column('dossier', 'delegation_id')
    op.drop_constraint(op.f('uq_account_tax_code'), 'account', type_='unique')
    op.drop_constraint(op.f('uq_account_national_subject'), 'account', type_='unique')
    op.drop_column('pending_sign_in', 'device_class')
    op.drop_column('account', 'activated_at')
    op.drop_column('account', 'last_signed_in_at')
    op.drop_column('account', 'channels')
    op.drop_column('account', 'sources_checked_at')
    op.drop_column('account', 'field_sources')
    op.drop_column('account', 'sex')
    op.drop_column('account', 'old_id_number')
    op.drop_column('account', 'representative')
    op.drop_constraint(op.f('uq_account_officer_subject'), 'account', type_='unique')
    op.drop_column('account', 'officer_subject')
    op.drop_column('account', 'national_subject')
    op.drop_column('account', 'tax_code')
    op.drop_column('account', 'party')
    op.drop_index(op.f('ix_contact_change_account_id'), table_name='contact_change')
    op.drop_table('contact_change')
    op.drop_index(op.f('ix_security_notice_account_id_at'), table_name='security_notice')
    op.drop_table('security_notice')
    op.drop_index(op.f('ix_recovery_code_account_id'), table_name='recovery_code')
    op.drop_table('recovery_code')
    op.drop_index(op.f('ix_officer_post_lent_by_post_id'), table_name='officer_post')
    op.drop_index(op.f('ix_officer_post_agency_id'), table_name='officer_post')
    op.drop_index(op.f('ix_officer_post_account_id'), table_name='officer_post')
    op.drop_table('officer_post')
    op.drop_index(op.f('ix_identity_journey_expires_at'), table_name='identity_journey')
    op.drop_index(op.f('ix_identity_journey_network_address_created_at'), table_name='identity_journey')
    op.drop_index(op.f('ix_identity_journey_browser_created_at'), table_name='identity_journey')
    op.drop_index(op.f('ix_identity_journey_account_id'), table_name='identity_journey')
    op.drop_table('identity_journey')
    op.drop_table('document_vault')
    op.drop_index(op.f('ix_delegation_principal_id'), table_name='delegation')
    op.drop_index(op.f('ix_delegation_delegate_key'), table_name='delegation')
    op.drop_index(op.f('ix_delegation_delegate_id'), table_name='delegation')
    op.drop_table('delegation')
    op.drop_index(op.f('ix_recovery_slip_issued_by_id'), table_name='recovery_slip')
    op.drop_index(op.f('ix_recovery_slip_expires_at'), table_name='recovery_slip')
    op.drop_index(op.f('ix_recovery_slip_account_id'), table_name='recovery_slip')
    op.drop_table('recovery_slip')
    op.drop_index(op.f('ix_code_request_name_key'), table_name='code_request')
    op.drop_index(op.f('ix_code_request_created_at'), table_name='code_request')
    op.drop_index(op.f('ix_code_request_browser'), table_name='code_request')
    op.drop_index(op.f('ix_code_request_account_id'), table_name='code_request')
    op.drop_table('code_request')
    op.drop_index(op.f('ix_activation_expires_at'), table_name='activation')
    op.drop_index(op.f('ix_activation_account_id'), table_name='activation')
    op.drop_table('activation')
    op.drop_index(op.f('ix_account_certificate_account_id'), table_name='account_certificate')
    op.drop_table('account_certificate')
    op.drop_index(op.f('ix_identity_claim_expires_at'), table_name='identity_claim')
    op.drop_index(op.f('ix_identity_claim_browser'), table_name='identity_claim')
    op.drop_table('identity_claim')
    op.drop_index(op.f('ix_certificate_challenge_expires_at'), table_name='certificate_challenge')
    op.drop_index(op.f('ix_certificate_challenge_browser'), table_name='certificate_challenge')
    op.drop_table('certificate_challenge')
